package ecpay.sandbox.aio.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.sandbox.aio.file.FundingRow.Booking;
import ecpay.sandbox.aio.form.FormCall;
import ecpay.sandbox.aio.form.FormOperation;
import ecpay.sandbox.clock.SandboxClock;
import ecpay.sandbox.field.Refusal;
import ecpay.sandbox.ledger.Ledger;
import ecpay.sandbox.ledger.card.CardState;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.wire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /CreditDetail/FundingReconDetail}: what was captured from cards and given back
 * (payments-aio.md section 7). Only what the bank has booked is in it, day by day with their sums.
 */
final class FundingReconDetail implements FormOperation {
  private static final List<String> HEADER =
      List.of("序號", "授權單號", "授權碼", "訂單編號", "交易日期", "請款日期", "交易金額", "服務費(%數)", "撥款金額");

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
    var byClosing = closed.equals("close");
    var bookings =
        ledger.authorizations().all().stream()
            .filter(a -> a.charge().merchantId().equals(call.merchantId()))
            .flatMap(a -> a.closes().stream().map(close -> new Booking(a, close)))
            .filter(b -> b.close().state() == CardState.CAPTURED)
            .filter(b -> span.holds(byClosing ? b.day() : Disbursement.of(b.close().at())));
    return new CsvFile(ledger)
        .of(HEADER, FundingRow.of(bookings), row -> List.of(row.cells()), charset);
  }

  @Override
  public Reply refused(Refusal refusal, ObjectNode form, Optional<Merchant> signer) {
    return FileRoom.refused(refusal);
  }
}
