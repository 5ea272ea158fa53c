// The same for every bundler, without a setting in any of them.
import "./reader.js";
import { check } from "gouji";
import { joined, read } from "gouji/read";

globalThis.answered = askReader({ check }, { joined, read });
