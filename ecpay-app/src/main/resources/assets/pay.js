// Shows ECPay's form and hands its PayToken to the shop. Card data never pass through here.
(() => {
  "use strict";

  const checkout = document.getElementById("checkout");
  const form = document.getElementById("pay-form");
  const button = document.getElementById("pay-button");
  const error = document.getElementById("pay-error");

  const refuse = (message) => {
    error.textContent = message || "無法顯示付款表單，請重新整理頁面。The payment form cannot be shown, please reload.";
    button.disabled = false;
  };

  if (typeof window.ECPay === "undefined") {
    refuse("綠界付款元件未能載入，請稍後再試。ECPay's payment form could not be loaded, please try later.");
    return;
  }

  window.ECPay.initialize(checkout.dataset.environment, 1, (initializeError) => {
    if (initializeError != null) {
      refuse(initializeError);
      return;
    }
    window.ECPay.createPayment(checkout.dataset.token, "zh-TW", (paymentError) => {
      if (paymentError != null) {
        refuse(paymentError);
      } else {
        button.disabled = false;
      }
    }, "V2");
  });

  // Apple Pay ends without our button: ECPay's script hands over what to pay with by this name.
  window.getApplePayResultData = (resultData, applePayError) => {
    const result = resultData || {};
    const token = result.PayToken || (result.Data && result.Data.PayToken);
    if ((applePayError != null && applePayError !== "") || !token) {
      refuse(applePayError);
      return;
    }
    button.disabled = true;
    form.elements.PayToken.value = token;
    form.submit();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    button.disabled = true;
    error.textContent = "";
    window.ECPay.getPayToken((payment, payError) => {
      if (payError != null) {
        refuse(payError);
        return;
      }
      form.elements.PayToken.value = payment.PayToken;
      form.submit();
    });
  });
})();
