package ecpay.domain.payment.offer;

import ecpay.domain.rule.Violations;
import ecpay.domain.text.EcpayText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a shop may add to an offer; ECPay does nothing with it but show it or give it back.
 *
 * @param counterLines Desc_1 to Desc_4: up to 4 lines of 1 to 20 characters, shown where a code is
 *     paid at a convenience store
 * @param customFields CustomField: one text of 1 to 200 characters on our own page; CustomField1 to
 *     CustomField4: up to 4 texts of 1 to 50 characters on ECPay's
 * @param branch StoreID: which shop of the merchant's sells, 1 to 10 letters and digits; on ECPay's
 *     page only
 * @param remark Remark: 1 to 100 characters; on ECPay's page only
 * @param codeOnOurPage ClientRedirectURL: whether a buyer who took a code on ECPay's page is led
 *     back to ours, which shows it, too
 */
public record Extras(
    List<String> counterLines,
    List<String> customFields,
    Optional<String> branch,
    Optional<String> remark,
    boolean codeOnOurPage) {
  public static final Extras NONE =
      new Extras(List.of(), List.of(), Optional.empty(), Optional.empty(), false);

  public Extras {
    counterLines = List.copyOf(counterLines);
    customFields = List.copyOf(customFields);
  }

  /** What ECPay takes of these with these methods (R-ORD-08 to R-ORD-10). */
  void check(Violations violations, Channel channel, Set<PaymentMethod> methods) {
    boolean hosted = channel == Channel.HOSTED;
    violations.require(
        counterLines.isEmpty()
            || methods.contains(PaymentMethod.CVS_CODE)
            || (hosted && methods.contains(PaymentMethod.CVS_BARCODE)),
        "R-ORD-14",
        "counterLines",
        "lines are shown where a CVS code is paid; with a barcode on ECPay's page only");
    violations.require(
        hosted || (branch.isEmpty() && remark.isEmpty() && !codeOnOurPage),
        "R-PAY-01",
        "channel",
        "branch, remark and codeOnOurPage belong to ECPay's page");
    violations.require(
        !codeOnOurPage
            || methods.contains(PaymentMethod.ATM)
            || methods.contains(PaymentMethod.CVS_CODE),
        "R-PAY-06",
        "codeOnOurPage",
        "ECPay leads back with the code of an ATM account or a CVS code");
    violations.require(
        branch.map(name -> name.matches("[A-Za-z0-9]{1,10}")).orElse(true),
        "R-ORD-08",
        "branch",
        "a branch is 1 to 10 letters and digits");
    checkTexts(violations, hosted, "counterLines", counterLines, 4, 20);
    checkTexts(violations, hosted, "customFields", customFields, hosted ? 4 : 1, hosted ? 50 : 200);
    remark.ifPresent(text -> checkText(violations, hosted, "remark", text, 100));
  }

  private static void checkTexts(
      Violations violations,
      boolean hosted,
      String field,
      List<String> texts,
      int most,
      int length) {
    violations.require(
        texts.size() <= most, "R-ORD-08", field, "ECPay takes " + most + " of them at most");
    for (int i = 0; i < texts.size(); i++) {
      checkText(violations, hosted, field + "[" + i + "]", texts.get(i), length);
    }
  }

  private static void checkText(
      Violations violations, boolean hosted, String field, String text, int length) {
    violations.require(
        !text.isBlank() && text.length() <= length,
        "R-ORD-08",
        field,
        "it has 1 to " + length + " characters");
    if (hosted) {
      EcpayText.screenHosted(violations, field, text);
      violations.require(
          text.indexOf('&') < 0, "R-ORD-10", field, "ECPay's page takes no \"&\": leave it out");
    } else {
      EcpayText.screen(violations, field, text);
    }
  }
}
