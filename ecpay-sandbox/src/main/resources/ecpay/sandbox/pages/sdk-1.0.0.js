/*
 * The sandbox's stand-in for ECPay's browser script: the same calls, the same element id, our own
 * form. The card number goes from this form to the sandbox only; the shop's page gets a PayToken.
 */
(() => {
  "use strict";

  const sandbox = new URL(document.currentScript.src).origin;
  const texts = {
    "zh-TW": {
      amount: "應付金額", CARD: "信用卡", ATM: "ATM 虛擬帳號", CVS: "超商代碼", BARCODE: "超商條碼",
      UNIONPAY: "銀聯卡", number: "卡號", expiry: "有效期限 (月/年)", cvv: "末三碼",
    },
    "en-US": {
      amount: "Amount", CARD: "Credit card", ATM: "ATM account", CVS: "Store code",
      BARCODE: "Store barcode", UNIONPAY: "UnionPay", number: "Card number",
      expiry: "Expiry (MM/YY)", cvv: "CVV",
    },
  };
  let language = "zh-TW";
  let token = null;
  let fields = null;

  const say = (callback, ...args) => {
    if (typeof callback === "function") {
      callback(...args);
    }
  };

  const make = (tag, properties, style) => {
    const element = Object.assign(document.createElement(tag), properties);
    Object.assign(element.style, style);
    return element;
  };

  const labelled = (text, input) => {
    const label = make("label", {}, { display: "block", margin: "8px 0" });
    label.append(make("span", { textContent: text }, { display: "block", fontSize: "14px" }), input);
    return label;
  };

  const textInput = (id, placeholder, autocomplete, maxLength) =>
    make(
      "input",
      { id, placeholder, autocomplete, maxLength, inputMode: "numeric", type: "text" },
      { font: "inherit", padding: "6px 8px", width: "100%", maxWidth: "260px", boxSizing: "border-box" },
    );

  const render = (container, offer) => {
    const t = texts[language] || texts["zh-TW"];
    const number = textInput("ECPayCardNumber", "4311 9522 2222 2222", "cc-number", 23);
    const expiry = textInput("ECPayCardExpiry", "12/35", "cc-exp", 5);
    const cvv = textInput("ECPayCardCVV", "222", "off", 3);
    const card = make("div", { id: "ECPayCardFields" }, { margin: "4px 0 4px 24px" });
    card.append(labelled(t.number, number), labelled(t.expiry, expiry), labelled(t.cvv, cvv));

    const box = make("div", {}, {
      border: "1px solid #c7d3cd", borderRadius: "8px", padding: "12px 16px", maxWidth: "420px",
      minHeight: "60px", background: "#fff", color: "#1d2a25",
    });
    box.append(make("div", { textContent: `${t.amount}: NT$ ${offer.TotalAmount.toLocaleString("en-US")}` },
      { fontWeight: "600", marginBottom: "8px" }));
    const radios = offer.Methods.map((method, index) => {
      const radio = make("input", {
        type: "radio", name: "ECPayMethod", value: method, id: `ECPayMethod${method}`, checked: index === 0,
      }, { marginRight: "8px" });
      const row = make("label", {}, { display: "block", margin: "6px 0" });
      row.append(radio, t[method]);
      box.append(row);
      if (method === "CARD") {
        box.append(card);
      }
      return radio;
    });
    const chosen = () => (radios.find((radio) => radio.checked) || { value: "" }).value;
    const show = () => { card.style.display = chosen() === "CARD" ? "block" : "none"; };
    radios.forEach((radio) => radio.addEventListener("change", show));
    show();
    container.replaceChildren(box);
    fields = { chosen, number, expiry, cvv };
  };

  const problem = async (answer) => {
    const body = await answer.json().catch(() => ({}));
    return body.error || `HTTP ${answer.status}`;
  };

  window.ECPay = {
    initialize(environment, type, callback) {
      const known = environment === "Stage" || environment === "Prod";
      say(callback, known ? null : "initialize: the environment is Stage or Prod");
    },

    async createPayment(payment, wanted, callback, version) {
      language = texts[wanted] ? wanted : "zh-TW";
      const container = document.getElementById("ECPayPayment");
      if (!container || container.offsetWidth === 0) {
        return; // As ECPay's own script: nothing is shown where nothing can be seen.
      }
      if (version !== undefined && version !== "V2") {
        say(callback, "createPayment: the version is V2");
        return;
      }
      try {
        const answer = await fetch(`${sandbox}/sandbox/pay-form?token=${encodeURIComponent(payment)}`);
        if (!answer.ok) {
          say(callback, await problem(answer));
          return;
        }
        token = payment;
        render(container, await answer.json());
        say(callback, null);
      } catch (failure) {
        say(callback, `createPayment: the sandbox does not answer (${failure.message})`);
      }
    },

    async getPayToken(callback) {
      if (!fields) {
        say(callback, null, "getPayToken: there is no form yet");
        return;
      }
      const method = fields.chosen();
      const form = { Token: token, Method: method };
      if (method === "CARD") {
        form.CardNumber = fields.number.value.replaceAll(" ", "");
        form.CardExpiry = fields.expiry.value;
        form.CardCVV = fields.cvv.value;
      }
      try {
        const answer = await fetch(`${sandbox}/sandbox/pay-token`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(form),
        });
        if (answer.ok) {
          say(callback, await answer.json(), null);
        } else {
          say(callback, null, await problem(answer));
        }
      } catch (failure) {
        say(callback, null, `getPayToken: the sandbox does not answer (${failure.message})`);
      }
    },

    getLanguage() {
      return language;
    },
  };
})();
