/** Lambda of polls. */
import { pollsOperations } from "../../schemas/polls/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { pollsHandlers } from "./http.ts";

export const { create, handler } = httpEntry("polls", pollsOperations, pollsHandlers);
