/*
 * The sandbox's stand-in for ECPay's browser script: the same calls, the same element id, our own
 * form. The card number goes from this form to the sandbox only; the shop's page gets a PayToken.
 */
(() => {
  "use strict";

  const sandbox = new URL(document.currentScript.src).origin;
  const texts = {
    "zh-TW": {
      amount: "應付金額", CARD: "信用卡", INSTALMENT: "信用卡分期", FLEXIBLE: "永豐 30 期",
      PERIODIC: "信用卡定期定額", ATM: "ATM 虛擬帳號", CVS: "超商代碼", BARCODE: "超商條碼",
      UNIONPAY: "銀聯卡", APPLE_PAY: "Apple Pay", number: "卡號", expiry: "有效期限 (月/年)",
      cvv: "末三碼", instalments: "期數", redeem: "使用紅利折抵", remember: "記住這張卡",
      bind: "綁定信用卡", another: "另一張卡",
    },
    "en-US": {
      amount: "Amount", CARD: "Credit card", INSTALMENT: "Instalments", FLEXIBLE: "30 instalments",
      PERIODIC: "Recurring card payment", ATM: "ATM account", CVS: "Store code",
      BARCODE: "Store barcode", UNIONPAY: "UnionPay", APPLE_PAY: "Apple Pay",
      number: "Card number", expiry: "Expiry (MM/YY)", cvv: "CVV", instalments: "Instalments",
      redeem: "Use bonus points", remember: "Remember this card", bind: "Bind a card",
      another: "Another card",
    },
  };
  let language = "zh-TW";
  let token = null;
  let fields = null;
  let binding = null;
  const byCard = ["CARD", "INSTALMENT", "FLEXIBLE", "PERIODIC"];

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

  const cardInputs = (t) => ({
    number: labelled(t.number, textInput("ECPayCardNumber", "4311 9522 2222 2222", "cc-number", 23)),
    expiry: labelled(t.expiry, textInput("ECPayCardExpiry", "12/35", "cc-exp", 5)),
    cvv: labelled(t.cvv, textInput("ECPayCardCVV", "222", "off", 3)),
  });

  const typed = (inputs) => ({
    CardNumber: inputs.number.lastChild.value.replaceAll(" ", ""),
    CardExpiry: inputs.expiry.lastChild.value,
    CardCVV: inputs.cvv.lastChild.value,
  });

  const select = (id, choices) => {
    const list = make("select", { id }, { font: "inherit", padding: "6px 8px" });
    choices.forEach(([value, text]) => list.append(make("option", { value, textContent: text }, {})));
    return list;
  };

  const checkbox = (id, text) => {
    const label = make("label", {}, { display: "block", margin: "8px 0" });
    label.append(make("input", { id, type: "checkbox" }, { marginRight: "8px" }), text);
    return label;
  };

  const frame = (title) => {
    const box = make("div", {}, {
      border: "1px solid #c7d3cd", borderRadius: "8px", padding: "12px 16px", maxWidth: "420px",
      minHeight: "60px", background: "#fff", color: "#1d2a25",
    });
    box.append(make("div", { textContent: title }, { fontWeight: "600", marginBottom: "8px" }));
    return box;
  };

  const visible = (element, shown) => { element.style.display = shown ? "block" : "none"; };

  const render = (container, offer) => {
    const t = texts[language] || texts["zh-TW"];
    const inputs = cardInputs(t);
    const remembered = select("ECPayRememberedCard",
      [["", t.another], ...offer.Cards.map((card) => [card.No, `${card.Card6No}******${card.Card4No}`])]);
    const instalments = select("ECPayInstalment", offer.Instalments.map((number) => [number, number]));
    const instalmentRow = labelled(t.instalments, instalments);
    const redeem = checkbox("ECPayRedeem", t.redeem);
    const remember = checkbox("ECPayRememberCard", t.remember);
    const card = make("div", { id: "ECPayCardFields" }, { margin: "4px 0 4px 24px" });
    if (offer.Cards.length > 0) {
      card.append(remembered);
    }
    card.append(inputs.number, inputs.expiry, inputs.cvv, instalmentRow, redeem, remember);

    const box = frame(`${t.amount}: NT$ ${offer.TotalAmount.toLocaleString("en-US")}`);
    const radios = offer.Methods.map((method, index) => {
      const radio = make("input", {
        type: "radio", name: "ECPayMethod", value: method, id: `ECPayMethod${method}`, checked: index === 0,
      }, { marginRight: "8px" });
      const row = make("label", {}, { display: "block", margin: "6px 0" });
      row.append(radio, t[method]);
      box.append(row);
      return radio;
    });
    const chosen = () => (radios.find((radio) => radio.checked) || { value: "" }).value;
    const show = () => {
      const method = chosen();
      const another = remembered.value === "";
      visible(card, byCard.includes(method));
      visible(inputs.number, another);
      visible(inputs.expiry, another);
      visible(instalmentRow, method === "INSTALMENT");
      visible(redeem, offer.Redeem && method === "CARD");
      visible(remember, offer.RememberCard && another);
      const row = radios.find((radio) => radio.checked);
      if (row) {
        row.parentElement.after(card);
      }
    };
    [...radios, remembered].forEach((input) => input.addEventListener("change", show));
    container.replaceChildren(box);
    show();
    const form = () => {
      const method = chosen();
      if (!byCard.includes(method)) {
        return { Token: token, Method: method };
      }
      const filled = { Token: token, Method: method, ...typed(inputs) };
      if (remembered.value !== "") {
        filled.RememberedCard = Number(remembered.value);
      }
      if (method === "INSTALMENT") {
        filled.Instalment = Number(instalments.value);
      }
      filled.Redeem = offer.Redeem && method === "CARD" && redeem.firstChild.checked;
      filled.RememberCard = offer.RememberCard && remembered.value === "" && remember.firstChild.checked;
      return filled;
    };
    fields = { form };
  };

  const problem = async (answer) => {
    const body = await answer.json().catch(() => ({}));
    return body.error || `HTTP ${answer.status}`;
  };

  const visibleContainer = () => {
    const container = document.getElementById("ECPayPayment");
    // As ECPay's own script: nothing is shown where nothing can be seen.
    return container && container.offsetWidth > 0 ? container : null;
  };

  const handIn = (path, form) => fetch(`${sandbox}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(form),
  });

  /** Hands a form in, and gives the callback what comes back, or null and the reason why not. */
  const exchange = async (name, path, form, callback) => {
    try {
      const answer = await handIn(path, form);
      if (answer.ok) {
        const result = await answer.json();
        say(callback, result, null);
        return result;
      }
      say(callback, null, await problem(answer));
    } catch (failure) {
      say(callback, null, `${name}: the sandbox does not answer (${failure.message})`);
    }
    return null;
  };

  window.ECPay = {
    initialize(environment, type, callback) {
      const known = environment === "Stage" || environment === "Prod";
      say(callback, known ? null : "initialize: the environment is Stage or Prod");
    },

    async createPayment(payment, wanted, callback, version) {
      language = texts[wanted] ? wanted : "zh-TW";
      const container = visibleContainer();
      if (!container) {
        return;
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
      const form = fields.form();
      const result = await exchange("getPayToken", "/sandbox/pay-token", form, callback);
      if (result && form.Method === "APPLE_PAY") {
        say(window.getApplePayResultData, result, null);
      }
    },

    async addBindingCard(bindingToken, wanted, callback) {
      language = texts[wanted] ? wanted : "zh-TW";
      const container = visibleContainer();
      if (!container) {
        return;
      }
      try {
        const answer = await fetch(
          `${sandbox}/sandbox/bind-form?token=${encodeURIComponent(bindingToken)}`);
        if (!answer.ok) {
          say(callback, await problem(answer));
          return;
        }
        const t = texts[language];
        const inputs = cardInputs(t);
        const box = frame(t.bind);
        box.append(inputs.number, inputs.expiry, inputs.cvv);
        container.replaceChildren(box);
        binding = () => ({ Token: bindingToken, ...typed(inputs) });
        say(callback, null);
      } catch (failure) {
        say(callback, `addBindingCard: the sandbox does not answer (${failure.message})`);
      }
    },

    async getBindCardPayToken(callback) {
      if (!binding) {
        say(callback, null, "getBindCardPayToken: there is no form yet");
        return;
      }
      await exchange("getBindCardPayToken", "/sandbox/bind-token", binding(), callback);
    },

    getLanguage() {
      return language;
    },
  };
})();
