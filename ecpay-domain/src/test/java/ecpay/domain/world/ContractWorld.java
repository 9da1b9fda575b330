package ecpay.domain.world;

import ecpay.domain.contract.ContractGateway;
import ecpay.domain.contract.ContractNoticeReader;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.usecase.ActOnContract;
import ecpay.domain.contract.usecase.AskAboutContract;
import ecpay.domain.contract.usecase.BookCharge;
import ecpay.domain.contract.usecase.ContractBooks;
import ecpay.domain.contract.usecase.RecordPeriodNotice;
import ecpay.domain.contract.usecase.WatchContract;
import ecpay.domain.event.EventLog;
import ecpay.domain.followup.FollowUps;
import ecpay.domain.followup.Patience;
import ecpay.domain.identity.Identities;
import ecpay.domain.inbox.Inbox;
import ecpay.domain.journal.CallJournal;
import ecpay.domain.journal.usecase.LostCalls;
import ecpay.domain.journal.usecase.RecordedCall;
import ecpay.domain.merchant.Merchants;
import ecpay.domain.order.Orders;
import ecpay.domain.payment.Payments;
import ecpay.domain.payment.usecase.PaymentBooks;
import ecpay.domain.transaction.Transactions;
import java.time.Clock;

/** What a shop does with periodic contracts. */
public final class ContractWorld {
  public final RecordPeriodNotice record;
  public final ActOnContract act;
  public final WatchContract watch;

  /** The ports, which can be interrupted. */
  record Ports(
      Transactions transactions,
      Merchants merchants,
      Orders orders,
      Payments payments,
      Contracts contracts,
      EventLog events,
      Inbox inbox,
      CallJournal journal,
      FollowUps followUps,
      Identities identities,
      ContractGateway gateway,
      ContractNoticeReader reader) {}

  ContractWorld(Ports ports, PaymentBooks paymentBooks, Clock clock) {
    BookCharge bookCharge =
        new BookCharge(ports.orders, ports.payments, paymentBooks, ports.events, ports.identities);
    ContractBooks books =
        new ContractBooks(
            ports.orders,
            ports.payments,
            ports.contracts,
            bookCharge,
            ports.events,
            ports.followUps);
    record =
        new RecordPeriodNotice(
            ports.reader,
            ports.transactions,
            ports.inbox,
            ports.payments,
            books,
            ports.events,
            ports.followUps,
            clock);
    AskAboutContract ask =
        new AskAboutContract(ports.transactions, ports.merchants, ports.gateway, books, clock);
    act =
        new ActOnContract(
            ports.transactions,
            ports.merchants,
            ports.gateway,
            books,
            ask,
            new RecordedCall(
                ports.transactions,
                ports.journal,
                new LostCalls(ports.journal, ports.events, Patience.DEFAULT),
                clock),
            ports.followUps,
            Patience.DEFAULT,
            clock);
    watch = new WatchContract(ports.transactions, books, ask, act, clock);
  }
}
