package ecpay.sandbox.aio.notice;

import ecpay.sandbox.aio.form.SignedForm;
import ecpay.sandbox.field.Formats;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.ledger.period.Contract;
import ecpay.sandbox.ledger.period.PeriodCharge;

/** Tells of the second and every later charge at PeriodReturnURL (CB-07). */
final class PeriodTeller {
  private final AioNotice notice;

  PeriodTeller(AioNotice notice) {
    this.notice = notice;
  }

  void tell(AioTrade trade, Contract contract, PeriodCharge charge) {
    var url = contract.terms().returnUrl();
    if (charge.isDone()) {
      var first = form(trade, contract, charge, 1, AioSettlement.FIRST);
      var repeat = form(trade, contract, charge, 1, AioSettlement.REPEAT);
      notice.tell(trade, "PeriodReturnURL", url, first, repeat);
    } else {
      var refused = AioSettlement.CARD_REFUSED;
      var form = form(trade, contract, charge, refused, "Card refused by the issuing bank.");
      notice.tell(trade, "PeriodReturnURL", url, form);
    }
  }

  private static SignedForm form(
      AioTrade trade, Contract contract, PeriodCharge charge, int code, String message) {
    var terms = contract.terms();
    var answer = charge.authorization();
    var form =
        new SignedForm()
            .put("MerchantID", trade.order().merchantId())
            .put("MerchantTradeNo", trade.order().merchantTradeNo())
            .put("StoreID", trade.order().storeId())
            .put("RtnCode", code)
            .put("RtnMsg", message)
            .put("PeriodType", terms.type().name())
            .put("Frequency", terms.frequency())
            .put("ExecTimes", terms.execTimes())
            .put("Amount", answer.charge().amount())
            .put("Gwsr", answer.gwsr())
            .put("ProcessDate", answer.authorizedAt().format(Formats.PAYMENT_TIME))
            .put("AuthCode", answer.authCode())
            .put("FirstAuthAmount", contract.first().authorization().charge().amount())
            .put("TotalSuccessTimes", contract.successTimes());
    ResultForm.customFields(form, trade);
    return form;
  }
}
