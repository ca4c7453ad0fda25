// SPDX-License-Identifier: Apache-2.0
import { mount } from "svelte";
import App from "./App.svelte";
import type { ReportAnswer } from "./engine/answers";
import "./style.css";

const answers = JSON.parse(document.getElementById("answers")!.textContent!) as ReportAnswer;
mount(App, { target: document.getElementById("page")!, props: { answers } });
