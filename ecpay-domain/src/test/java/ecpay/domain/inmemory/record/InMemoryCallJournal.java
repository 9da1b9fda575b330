package ecpay.domain.inmemory.record;

import ecpay.domain.answer.Answer;
import ecpay.domain.inmemory.table.Table;
import ecpay.domain.inmemory.table.Tables;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.merchant.MerchantId;
import ecpay.domain.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class InMemoryCallJournal implements CallJournal {
  private final Table<Long, Entry> table;

  public InMemoryCallJournal(Tables tables) {
    this.table = tables.table(List.of());
  }

  @Override
  public long open(MerchantId merchant, Optional<OrderId> order, Operation operation, Instant at) {
    long id = table.size() + 1L;
    table.add(
        id, new Entry(merchant, order, new Call(id, operation, at, Optional.empty(), "", "")));
    return id;
  }

  @Override
  public void close(long call, Answer<?> answer, Instant at) {
    Entry entry =
        table
            .find(call)
            .filter(open -> open.call.closedAt().isEmpty())
            .orElseThrow(() -> new IllegalStateException("call " + call + " is not open"));
    Call open = entry.call;
    Call closed =
        new Call(
            open.id(),
            open.operation(),
            open.openedAt(),
            Optional.of(at),
            answer.getClass().getSimpleName(),
            detail(answer));
    table.replace(call, new Entry(entry.merchant, entry.order, closed));
  }

  @Override
  public List<Call> ofOrder(MerchantId merchant, OrderId order) {
    return table
        .where(entry -> entry.merchant.equals(merchant) && entry.order.equals(Optional.of(order)))
        .stream()
        .map(Entry::call)
        .toList();
  }

  private static String detail(Answer<?> answer) {
    return switch (answer) {
      case Answer.Accepted<?> _ -> "";
      case Answer.Refused<?> refused -> refused.code() + " " + refused.message();
      case Answer.NotSent<?> notSent -> notSent.reason();
      case Answer.Unknown<?> unknown -> unknown.reason();
    };
  }

  private record Entry(MerchantId merchant, Optional<OrderId> order, Call call) {}
}
