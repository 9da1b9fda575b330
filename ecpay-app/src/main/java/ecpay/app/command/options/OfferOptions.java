package ecpay.app.command.options;

import ecpay.app.command.api.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a buyer is offered beside the methods. */
public final class OfferOptions {
  @Option(
      names = "--hosted",
      description = "On ECPay's own page; the answer holds the form that leads there.")
  private boolean hosted;

  @Option(
      names = "--instalments",
      split = ",",
      paramLabel = "N",
      description = "How many the buyer may choose, such as 3,6,12; with the method instalments.")
  private @Nullable List<Integer> instalments;

  @Option(names = "--bonus-points", description = "The card's bonus points may be used.")
  private boolean bonusPoints;

  @Option(
      names = "--every",
      paramLabel = "UNIT",
      description = "Charge the card every day, month or year; with --times.")
  private @Nullable String unit;

  @Option(
      names = "--frequency",
      paramLabel = "N",
      description = "Every so many units; 1 unless given.")
  private @Nullable Integer frequency;

  @Option(
      names = "--times",
      paramLabel = "N",
      description = "How often in all, the first charge included.")
  private @Nullable Integer times;

  @Option(
      names = "--remember",
      paramLabel = "MEMBER",
      description = "Your id of the member whose card ECPay is to remember.")
  private @Nullable String remember;

  @Option(names = "--atm-days", paramLabel = "N", description = "1 to 60; 3 unless given.")
  private @Nullable Integer atmDays;

  @Option(
      names = "--cvs-minutes",
      paramLabel = "N",
      description = "1 to 43200; a week unless given.")
  private @Nullable Integer cvsMinutes;

  @Option(names = "--barcode-days", paramLabel = "N", description = "1 to 30; 7 unless given.")
  private @Nullable Integer barcodeDays;

  @Option(
      names = "--brand",
      paramLabel = "NAME",
      description = "The one bank or store, such as FIRST or FAMILY; for one method alone.")
  private @Nullable String brand;

  @Option(
      names = "--counter-line",
      paramLabel = "TEXT",
      description = "Shown where a code is paid at a store, 20 characters; up to four times.")
  private @Nullable List<String> counterLines;

  @Option(
      names = "--custom-field",
      paramLabel = "TEXT",
      description = "Given back by ECPay; up to four times on ECPay's page, else once.")
  private @Nullable List<String> customFields;

  @Option(
      names = "--branch",
      paramLabel = "ID",
      description = "Which of your shops; with --hosted.")
  private @Nullable String branch;

  @Option(names = "--remark", paramLabel = "TEXT", description = "A note; with --hosted.")
  private @Nullable String remark;

  @Option(
      names = "--code-on-our-page",
      description = "Lead a buyer who took a code on ECPay's page back to ours; with --hosted.")
  private boolean codeOnOurPage;

  @Option(
      names = "--beside",
      paramLabel = "PAYMENT",
      description = "An earlier attempt that may still be paid; begin another one all the same.")
  private @Nullable String beside;

  public Facts addTo(Facts facts) {
    if (hosted) {
      facts.put("channel", "hosted");
    }
    if (bonusPoints) {
      facts.put("bonusPoints", true);
    }
    if (codeOnOurPage) {
      facts.put("codeOnOurPage", true);
    }
    return facts
        .putWholes("instalments", instalments)
        .put(
            "periodic",
            new Facts().put("unit", unit).put("frequency", frequency).put("times", times))
        .put("remember", remember)
        .put(
            "expiry",
            new Facts()
                .put("atmDays", atmDays)
                .put("cvsMinutes", cvsMinutes)
                .put("barcodeDays", barcodeDays))
        .put("brand", brand)
        .put("counterLines", counterLines)
        .put("customFields", customFields)
        .put("branch", branch)
        .put("remark", remark)
        .put("beside", beside);
  }
}
