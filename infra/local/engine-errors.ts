/** Why no engine could be had, with what the reader can do about it. */

export type EngineFault =
  | "binary_missing"
  | "jar_missing"
  | "java_missing"
  | "java_too_old"
  | "data_in_use"
  | "data_unreadable"
  | "exited_early"
  | "start_timeout"
  | "endpoint_missing"
  | "endpoint_unreachable"
  | "aborted";

/** The engine cannot run here. `message` says what is wrong, `remedy` is one sentence that says what to do. */
export class EngineUnavailable extends Error {
  readonly code: EngineFault;
  readonly remedy: string;
  constructor(code: EngineFault, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EngineUnavailable";
    this.code = code;
    this.remedy = remedy;
  }
}
