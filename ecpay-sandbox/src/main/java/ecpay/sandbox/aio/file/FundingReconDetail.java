package ecpay.sandbox.aio.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.Authorization;
import ecpay.sandbox.ledger.card.CardState;
import ecpay.sandbox.ledger.card.CloseRecord;
import ecpay.sandbox.ledger.trade.Fees;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /CreditDetail/FundingReconDetail}: what was captured from cards and given back
 * (payments-aio.md section 7). Only what the bank has booked is in it.
 */
final class FundingReconDetail implements FormOperation {
  private static final List<String> HEADER =
      List.of("序號", "授權單號", "授權碼", "訂單編號", "交易日期", "請款日期", "交易金額", "服務費(%數)", "撥款金額");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final Ledger ledger;
  private final FileCounter counter;
  private final SandboxClock clock;

  FundingReconDetail(Ledger ledger, FileCounter counter, SandboxClock clock) {
    this.ledger = ledger;
    this.counter = counter;
    this.clock = clock;
  }

  @Override
  public String path() {
    return "/CreditDetail/FundingReconDetail";
  }

  @Override
  public String name() {
    return "FundingReconDetail";
  }

  @Override
  public Reply perform(FormCall call) {
    var fields = call.fields();
    var closed = fields.requiredChoice("PayDateType", Set.of("fund", "close", "enter"));
    var span = Span.of(fields, "StartDate", "EndDate");
    var charset = CsvFile.charset(fields);
    if (!counter.lets(call.from(), clock.instant(), ledger.switches())) {
      return FileRoom.tooFast();
    }
    var merchantId = call.merchantId();
    var lines = new Lines(closed.equals("close"), span);
    return new CsvFile(ledger)
        .of(
            HEADER,
            CsvFile.frozen(ledger.authorizations().all()),
            a -> a.charge().merchantId().equals(merchantId) ? lines.of(a) : List.of(),
            charset);
  }

  /** Numbers the lines as they come. */
  private static final class Lines {
    private final boolean byClosing;
    private final Span span;
    private long serial;

    Lines(boolean byClosing, Span span) {
      this.byClosing = byClosing;
      this.span = span;
    }

    List<List<Object>> of(Authorization authorization) {
      var lines = new ArrayList<List<Object>>();
      for (var close : authorization.closes()) {
        if (close.state() == CardState.CAPTURED && span.holds(day(close))) {
          lines.add(line(authorization, close));
        }
      }
      return lines;
    }

    private LocalDate day(CloseRecord close) {
      return byClosing ? close.at().toLocalDate() : Disbursement.of(close.at());
    }

    private List<Object> line(Authorization authorization, CloseRecord close) {
      var amount = BigDecimal.valueOf(close.amount());
      var fee = Fees.of(close.amount());
      return List.of(
          ++serial,
          authorization.gwsr(),
          authorization.authCode(),
          authorization.charge().merchantTradeNo(),
          authorization.authorizedAt().format(DAY),
          close.at().format(DAY),
          close.amount(),
          fee + "(2.75%)",
          amount.subtract(fee));
    }
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    return FileRoom.refused(refusal);
  }
}
