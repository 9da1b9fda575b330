package ecpay.domain.invoice.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ecpay.domain.Samples;
import ecpay.domain.event.DomainEvent.InvoiceChangeRefused;
import ecpay.domain.followup.FollowUp;
import ecpay.domain.followup.Progress;
import ecpay.domain.invoice.Invoice;
import ecpay.domain.journal.CallJournal.Operation;
import ecpay.domain.order.InvoiceTiming.OnTrigger;
import ecpay.domain.rule.Rule;
import ecpay.domain.world.Desk;
import ecpay.domain.world.ecpay.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Changes of invoices whose calls are refused, lost, never sent or answered with HTTP 500. */
class LostChangesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A kind of change, and how it looks when it is done and when it is not. */
  enum Kind {
    VOID(Operation.Invalid) {
      @Override
      Desk begin() {
        return Desk.invoiced();
      }

      @Override
      void want(Desk desk) {
        desk.voidInvoice();
      }

      @Override
      boolean isDone(Desk desk) {
        return desk.invoice() instanceof Invoice.Voided;
      }
    },
    REISSUE(Operation.VoidWithReIssue) {
      @Override
      Desk begin() {
        return Desk.invoiced();
      }

      @Override
      void want(Desk desk) {
        desk.reissue(Desk.TO_OTHER_ADDRESS);
      }

      @Override
      boolean isDone(Desk desk) {
        return desk.issued().reissuedAt().isPresent();
      }
    },
    TRIGGER(Operation.TriggerIssue) {
      @Override
      Desk begin() {
        return Desk.scheduled(new OnTrigger(0));
      }

      @Override
      void want(Desk desk) {
        desk.trigger();
      }

      @Override
      boolean isDone(Desk desk) {
        return desk.invoice() instanceof Invoice.Issued;
      }
    },
    CANCEL(Operation.CancelDelayIssue) {
      @Override
      Desk begin() {
        return Desk.scheduled(new OnTrigger(0));
      }

      @Override
      void want(Desk desk) {
        desk.cancel();
      }

      @Override
      boolean isDone(Desk desk) {
        return desk.invoice() instanceof Invoice.Cancelled;
      }
    },
    EDIT(Operation.EditDelayIssue) {
      @Override
      Desk begin() {
        return Desk.scheduled(new OnTrigger(0));
      }

      @Override
      void want(Desk desk) {
        desk.edit(Desk.TO_OTHER_ADDRESS);
      }

      @Override
      boolean isDone(Desk desk) {
        return desk.waiting()
            .document()
            .equals(Desk.TO_OTHER_ADDRESS.applyTo(desk.waiting().document()));
      }
    };

    private final Operation operation;

    Kind(Operation operation) {
      this.operation = operation;
    }

    abstract Desk begin();

    abstract void want(Desk desk);

    abstract boolean isDone(Desk desk);

    Desk wantWith(Fault... faults) {
      Desk desk = begin();
      desk.world.wire.script(operation.name(), faults);
      want(desk);
      return desk;
    }

    int calls(Desk desk) {
      return desk.world.wire.count(operation.name());
    }
  }

  private static boolean isPending(Desk desk) {
    return switch (desk.invoice()) {
      case Invoice.Issued issued -> issued.pending().isPresent();
      case Invoice.Scheduled waiting -> waiting.pending().isPresent();
      case Invoice.Requested _,
          Invoice.AwaitingNumbers _,
          Invoice.Unknown _,
          Invoice.Voided _,
          Invoice.Cancelled _,
          Invoice.Refused _ ->
          false;
    };
  }

  @Rule({"R-INV-26", "R-INV-32", "R-INV-33"})
  @ParameterizedTest
  @EnumSource
  void whatGoesWellIsDoneAtOnceWithOneCall(Kind kind) {
    Desk desk = kind.wantWith(Fault.NONE);
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isTrue();
    assertThat(isPending(desk)).isFalse();
    assertThat(desk.journal(kind.operation)).containsExactly("Accepted");
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-INV-26")
  @ParameterizedTest
  @EnumSource
  void aRefusalLeavesTheInvoiceAsItWasAndIsForAPerson(Kind kind) {
    Desk desk = kind.begin();
    Invoice before = desk.invoice();
    desk.world.wire.script(kind.operation.name(), Fault.REFUSED);
    kind.want(desk);
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isEqualTo(before);
    assertThat(kind.isDone(desk)).isFalse();
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_REFUSED");
    assertThat(desk.shop.events(InvoiceChangeRefused.class))
        .extracting(InvoiceChangeRefused::code)
        .containsExactly("10200047");
    assertThat(desk.journal(kind.operation)).containsExactly("Refused");
    kind.want(desk);
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isTrue();
    assertThat(kind.calls(desk)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aCallThatNeverLeftIsTriedAgainWithoutAsking(Kind kind) {
    Desk desk = kind.wantWith(Fault.NOT_SENT, Fault.NOT_SENT);
    int asked = desk.world.wire.count("GetIssue");
    assertThat(isPending(desk)).isTrue();
    assertThat(desk.settle()).isInstanceOf(Progress.TryAgain.class);
    assertThat(desk.settle()).isInstanceOfAny(Progress.Done.class, Progress.WaitUntil.class);
    assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked);
    assertThat(isPending(desk)).isFalse();
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isTrue();
    assertThat(desk.journal(kind.operation)).containsExactly("NotSent", "NotSent", "Accepted");
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource
  void aLostCallIsAskedAboutAfterPatienceAndThenSentAgain(Kind kind) {
    Desk desk = kind.wantWith(Fault.LOST);
    int asked = desk.world.wire.count("GetIssue");
    assertThat(desk.settle())
        .isEqualTo(new Progress.WaitUntil(desk.world.clock.instant().plus(PATIENCE)));
    assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked);
    desk.world.clock.advance(PATIENCE);
    assertThat(desk.settle()).isEqualTo(new Progress.WaitUntil(desk.world.clock.instant()));
    assertThat(desk.world.wire.count("GetIssue")).isEqualTo(asked + 1);
    assertThat(kind.calls(desk)).isEqualTo(1);
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isTrue();
    assertThat(kind.calls(desk)).isEqualTo(2);
    assertThat(desk.journal(kind.operation)).containsExactly("Unknown", "Accepted");
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource
  void aLostAnswerEndsAsIfItHadCome(Kind kind) {
    Desk desk = kind.wantWith(Fault.DONE_BUT_LOST);
    assertThat(isPending(desk)).isTrue();
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isTrue();
    assertThat(isPending(desk)).isFalse();
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule({"R-PAY-13", "R-TRN-06"})
  @ParameterizedTest
  @EnumSource
  void afterHttp500NothingIsSentAgainByItself(Kind kind) {
    Desk desk = kind.wantWith(Fault.HTTP_500);
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isFalse();
    assertThat(isPending(desk)).isFalse();
    assertThat(kind.calls(desk)).isEqualTo(1);
    assertThat(desk.shop.incidents()).containsExactly("CHANGE_UNCLEAR");
    assertThat(desk.shop.events(InvoiceChangeRefused.class))
        .extracting(InvoiceChangeRefused::code)
        .containsExactly("NEVER_HAPPENED");
  }

  @Rule({"R-PAY-13", "R-TRN-06"})
  @ParameterizedTest
  @EnumSource(names = {"VOID", "REISSUE", "TRIGGER"})
  void whatWasDoneInSpiteOfHttp500IsFound(Kind kind) {
    Desk desk = kind.wantWith(Fault.DONE_BUT_HTTP_500);
    desk.follow(Duration.ofHours(1));
    assertThat(kind.isDone(desk)).isTrue();
    assertThat(kind.calls(desk)).isEqualTo(1);
    assertThat(desk.shop.incidents()).isEmpty();
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource
  void aQueryThatFailsIsAskedAgainAndNothingIsSent(Kind kind) {
    for (Fault fault : List.of(Fault.REFUSED, Fault.NOT_SENT, Fault.LOST, Fault.HTTP_500)) {
      Desk desk = kind.wantWith(Fault.LOST);
      Invoice pending = desk.invoice();
      desk.world.clock.advance(PATIENCE);
      desk.world.wire.script("GetIssue", fault);
      assertThat(desk.settle()).isInstanceOf(Progress.TryAgain.class);
      assertThat(desk.invoice()).isEqualTo(pending);
      assertThat(kind.calls(desk)).isEqualTo(1);
    }
  }

  @Rule("R-PAY-13")
  @ParameterizedTest
  @EnumSource
  void aRunBesideAnotherOneSendsNothing(Kind kind) {
    Desk desk = kind.wantWith(Fault.NOT_SENT);
    FollowUp.SettleInvoice again = new FollowUp.SettleInvoice(Samples.SHOP, desk.id());
    desk.world.interruptions.before("Transactions.inTransaction", () -> desk.shop.proceed(again));
    assertThat(desk.shop.proceed(again))
        .isEqualTo(new Progress.WaitUntil(desk.world.clock.instant()));
    assertThat(kind.calls(desk)).isEqualTo(2); // the one that never left, and one more
  }

  @Rule("R-PAY-13")
  @Test
  void anAnswerThatComesAfterTheQueryChangesNothing() {
    Desk desk = Desk.invoiced();
    desk.world.wire.meanwhile(
        "Invalid",
        () -> {
          desk.world.clock.advance(PATIENCE);
          desk.settle(); // learns that nothing happened
          desk.settle(); // sends it
        });
    desk.voidInvoice();
    desk.follow(Duration.ofHours(1));
    assertThat(desk.invoice()).isInstanceOf(Invoice.Voided.class);
    assertThat(desk.shop.incidents()).isEmpty();
  }
}
