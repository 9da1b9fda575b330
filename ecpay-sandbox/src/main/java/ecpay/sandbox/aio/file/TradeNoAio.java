package ecpay.sandbox.aio.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Fields;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.aio.AioTrade;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code /PaymentMedia/TradeNoAio}: the statement file (payments-aio.md section 7). */
final class TradeNoAio implements FormOperation {
  private final Ledger ledger;
  private final FileCounter counter;
  private final SandboxClock clock;

  TradeNoAio(Ledger ledger, FileCounter counter, SandboxClock clock) {
    this.ledger = ledger;
    this.counter = counter;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/PaymentMedia/TradeNoAio";
  }

  @Override
  public String name() {
    return "TradeNoAio";
  }

  /** What a line must be like to be in the file; an empty text asks for nothing. */
  private record Filter(
      String merchantId,
      String dateType,
      Span span,
      String paymentType,
      String platform,
      String payment,
      String allocation) {
    static Filter of(FormCall call) {
      var fields = call.fields();
      return new Filter(
          call.merchantId(),
          fields.requiredChoice("DateType", Set.of("2", "4", "6")),
          Span.of(fields, "BeginDate", "EndDate"),
          paymentType(fields),
          fields.choice("PlatformStatus", Set.of("1", "2")),
          fields.choice("PaymentStatus", Set.of("0", "1", "2")),
          fields.choice("AllocateStatus", Set.of("0", "1")));
    }

    private static String paymentType(Fields fields) {
      return fields.choice(
          "PaymentType", Set.of("01", "02", "03", "04", "05", "08", "10", "11", "12"));
    }

    boolean takes(AioTrade trade, MediaLine line) {
      return trade.order().merchantId().equals(merchantId)
          && date(line).filter(span::holds).isPresent()
          && fits(paymentType, line.paymentType())
          && fits(platform, trade.order().platformId().isEmpty() ? "1" : "2")
          && fits(payment, line.paymentStatus())
          && fits(allocation, line.isDisbursed() ? "1" : "0");
    }

    private Optional<LocalDate> date(MediaLine line) {
      return switch (dateType) {
        case "2" -> line.paid().map(t -> t.toLocalDate());
        case "4" -> line.disbursement();
        default -> Optional.of(line.ordered().toLocalDate());
      };
    }

    private static boolean fits(String wanted, String is) {
      return wanted.isEmpty() || wanted.equals(is);
    }
  }

  @Override
  public Reply perform(FormCall call) {
    var filter = Filter.of(call);
    var fields = call.fields();
    var format =
        MediaFormat.numbered(fields.requiredChoice("MediaFormated", Set.of("0", "1", "2")));
    var charset = CsvFile.charset(fields);
    if (!counter.lets(call.from(), clock.instant(), ledger.switches())) {
      return FileRoom.tooFast();
    }
    return new CsvFile(ledger)
        .of(
            format.header(),
            CsvFile.frozen(ledger.aioTrades().all()),
            trade -> {
              var line = MediaLine.of(trade, clock.now().toLocalDate());
              return filter.takes(trade, line)
                  ? ledger
                      .misprints()
                      .printed(trade.order().merchantTradeNo(), format.header(), line.cells(format))
                      .map(format::written)
                      .stream()
                      .toList()
                  : List.of();
            },
            charset);
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    return FileRoom.refused(refusal);
  }
}
