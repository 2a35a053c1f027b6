/** Lambda of the residents context. */
import { residentsOperations } from "../../schemas/residents/operations.ts";
import { httpEntry } from "../shared/lambda.ts";
import { residentsHandlers } from "./http.ts";

export const { create, handler } = httpEntry("residents", residentsOperations, residentsHandlers);
