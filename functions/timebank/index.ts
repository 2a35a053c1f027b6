/** Lambda of the time bank. */
import { timebankOperations } from "../../schemas/timebank/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { timebankHandlers } from "./http.ts";

export const { create, handler } = httpEntry("timebank", timebankOperations, timebankHandlers);
