// Sends the buyer on to ECPay's page at once; without this file the button does. Once per visit, so
// that the browser's way back shows the button and does not trap the buyer.
(() => {
  "use strict";

  const form = document.getElementById("hosted-form");
  const key = "posted:" + form.elements.MerchantTradeNo.value;
  if (sessionStorage.getItem(key) === null) {
    sessionStorage.setItem(key, "1");
    form.submit();
  }
})();
