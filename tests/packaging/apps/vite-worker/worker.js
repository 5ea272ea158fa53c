import "./question.js";
import { check, form, open } from "gouji";

postMessage(ask({ check, form, open }));
