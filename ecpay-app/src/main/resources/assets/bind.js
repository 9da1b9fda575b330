// Shows ECPay's form for a card and hands its BindCardPayToken to the shop. Card data never pass through here.
(() => {
  "use strict";

  const checkout = document.getElementById("checkout");
  const form = document.getElementById("bind-form");
  const button = document.getElementById("bind-button");
  const error = document.getElementById("bind-error");

  const refuse = (message) => {
    error.textContent = message || "無法顯示綁卡表單，請重新整理頁面。The form cannot be shown, please reload.";
    button.disabled = false;
  };

  if (typeof window.ECPay === "undefined") {
    refuse("綠界元件未能載入，請稍後再試。ECPay's form could not be loaded, please try later.");
    return;
  }

  window.ECPay.initialize(checkout.dataset.environment, 1, (initializeError) => {
    if (initializeError != null) {
      refuse(initializeError);
      return;
    }
    window.ECPay.addBindingCard(checkout.dataset.token, "zh-TW", (bindingError) => {
      if (bindingError != null) {
        refuse(bindingError);
      } else {
        button.disabled = false;
      }
    });
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    error.textContent = "";
    window.ECPay.getBindCardPayToken((result, bindError) => {
      if (bindError != null) {
        refuse(bindError);
        return;
      }
      form.elements.BindCardPayToken.value = result.BindCardPayToken;
      form.submit();
    });
  });
})();
