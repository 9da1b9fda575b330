package ecpay.domain.world;

import ecpay.domain.contract.usecase.ActOnContract;
import ecpay.domain.contract.usecase.AskAboutContract;
import ecpay.domain.contract.usecase.BookCharge;
import ecpay.domain.contract.usecase.ContractBooks;
import ecpay.domain.contract.usecase.RecordPeriodNotice;
import ecpay.domain.contract.usecase.WatchContract;
import ecpay.domain.followup.Patience;
import java.time.Clock;

/** What a shop does with periodic contracts. */
public final class ContractWorld {
  public final RecordPeriodNotice record;
  public final ActOnContract act;
  public final WatchContract watch;

  ContractWorld(Ports ports, PaymentWorld payments, Clock clock) {
    BookCharge bookCharge =
        new BookCharge(
            ports.orders, ports.payments, payments.paymentBooks, ports.events, ports.identities);
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
            ports.contractNotices,
            ports.transactions,
            ports.inbox,
            ports.payments,
            books,
            ports.events,
            ports.followUps,
            clock);
    AskAboutContract ask =
        new AskAboutContract(ports.transactions, ports.merchants, ports.contracting, books, clock);
    act =
        new ActOnContract(
            ports.transactions,
            ports.merchants,
            ports.contracting,
            books,
            ask,
            ports.calls,
            ports.followUps,
            Patience.DEFAULT,
            clock);
    watch = new WatchContract(ports.transactions, books, ask, act, clock);
  }
}
