import { at } from "./page.js";
import { durationOf, t } from "./texts.js";

const KEPT = 60;

/** Shows how the desk is doing: figures that the server sends every other second, the connections as Tenon counts them at all servers. */
export function liveView() {
  const rates = Array(KEPT).fill(0);
  return {
    draw({ desk, connections }) {
      at("live-customers").textContent = desk.customers;
      at("live-waiting").textContent = desk.waiting;
      at("live-longest").textContent = desk.waiting > 0 ? durationOf(desk.longest) : "–";
      at("live-rate").textContent = desk.perMinute;
      const { websocket = 0, polling = 0 } = connections;
      at("live-connections").textContent = websocket + polling;
      at("live-connections").title = t("liveTransports", { websocket, polling });
      rates.push(desk.perMinute);
      rates.shift();
      at("live-line").setAttribute("points", points(rates));
    },
  };
}

function points(rates) {
  const top = Math.max(4, ...rates);
  return rates.map((rate, i) => `${i},${(20 - (rate / top) * 18).toFixed(1)}`).join(" ");
}
