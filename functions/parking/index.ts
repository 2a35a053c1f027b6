/** Lambda of shared parking. */
import { parkingOperations } from "../../schemas/parking/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { parkingHandlers } from "./http.ts";

export const { create, handler } = httpEntry("parking", parkingOperations, parkingHandlers);
