package ecpay.sandbox.aio.notice;

import ecpay.crypto.FormFields;
import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.callback.Courier;
import ecpay.sandbox.callback.Notice;
import ecpay.sandbox.callback.Notice.Message;
import ecpay.sandbox.ledger.aio.AioTrade;
import java.util.Optional;

/** Sends signed forms to a shop; what it gave no address for is not told. */
final class AioNotice {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Courier courier;

  AioNotice(Courier courier) {
    this.courier = courier;
  }

  void tell(AioTrade trade, String name, String url, SignedForm form) {
    tell(trade, name, url, form, form);
  }

  /** Tells a fact whose repeats differ in text. */
  void tell(AioTrade trade, String name, String url, SignedForm first, SignedForm repeat) {
    if (url.isEmpty()) {
      return;
    }
    var signer = trade.order().signer();
    courier.post(
        new Notice(
            name,
            url,
            again -> {
              var form = again ? repeat : first;
              return new Message(
                  FORM, FormFields.write(form.signed(signer)), form.readable(), Optional.empty());
            }));
  }
}
