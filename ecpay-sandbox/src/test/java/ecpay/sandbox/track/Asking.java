package ecpay.sandbox.track;

import ecpay.sandbox.Bench;
import ecpay.sandbox.Bench.Answer;

/** What a merchant asks about its numbers. */
final class Asking {
  private Asking() {}

  static Answer tracks(Bench bench, String year, int term, int useStatus) {
    return bench.invoice(
        "GetInvoiceWordSetting",
        Bench.object("{\"MerchantID\":\"2000132\",\"InvoiceCategory\":\"1\"}")
            .put("InvoiceYear", year)
            .put("InvoiceTerm", term)
            .put("UseStatus", useStatus));
  }

  static Answer government(Bench bench, String year) {
    return bench.invoice(
        "GetGovInvoiceWordSetting",
        Bench.object("{\"MerchantID\":\"2000132\"}").put("InvoiceYear", year));
  }
}
