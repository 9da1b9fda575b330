package ecpay.domain.track.usecase;

import ecpay.domain.answer.Answer;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.track.Allotment;
import ecpay.domain.track.TrackGateway;
import ecpay.domain.track.TrackGateway.Switched;
import ecpay.domain.track.TrackId;
import ecpay.domain.track.TrackSwitch;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls that change tracks at ECPay, each in the journal before it leaves and after. */
final class TrackCalls {
  private final Transactions transactions;
  private final TrackGateway gateway;
  private final CallJournal journal;
  private final Clock clock;

  TrackCalls(Transactions transactions, TrackGateway gateway, CallJournal journal, Clock clock) {
    this.transactions = transactions;
    this.gateway = gateway;
    this.journal = journal;
    this.clock = clock;
  }

  Answer<TrackId> add(Merchant merchant, Allotment allotment) {
    return journalled(
        merchant.id(),
        Operation.AddInvoiceWordSetting,
        () -> gateway.addInvoiceWordSetting(merchant, allotment));
  }

  Answer<Switched> turn(Merchant merchant, TrackId track, TrackSwitch to) {
    return journalled(
        merchant.id(),
        Operation.UpdateInvoiceWordStatus,
        () -> gateway.updateInvoiceWordStatus(merchant, track, to));
  }

  private <T> Answer<T> journalled(
      MerchantId merchant, Operation operation, Supplier<Answer<T>> call) {
    long number =
        transactions.inTransaction(
            () -> journal.open(merchant, Optional.empty(), operation, Instant.now(clock)));
    Answer<T> answer = call.get();
    transactions.run(() -> journal.close(number, answer, Instant.now(clock)));
    return answer;
  }
}
