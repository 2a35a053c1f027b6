/** Lambda of the community fund. */
import { fundOperations } from "../../schemas/fund/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { fundHandlers } from "./http.ts";

export const { create, handler } = httpEntry("fund", fundOperations, fundHandlers);
