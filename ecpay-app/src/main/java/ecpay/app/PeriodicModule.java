package ecpay.app;

import com.google.inject.multibindings.ProvidesIntoSet;
import ecpay.app.access.ApiKeyGate;
import ecpay.app.reading.OrderBooks;
import ecpay.app.web.Routes;
import ecpay.app.web.api.contract.PeriodicContractRoutes;
import ecpay.app.web.console.PersonLog;
import ecpay.app.web.console.contract.ContractConsole;
import ecpay.app.web.page.Pages;
import ecpay.domain.contract.Contracts;
import ecpay.domain.contract.usecase.ActOnContract;
import ecpay.domain.contract.usecase.AskAboutContract;
import ecpay.domain.contract.usecase.BookCharge;
import ecpay.domain.contract.usecase.ContractBooks;
import ecpay.domain.contract.usecase.RecordPeriodNotice;
import ecpay.domain.contract.usecase.WatchContract;

/** Periodic contracts: their use cases and their routes. */
final class PeriodicModule extends UseCases {
  @Override
  protected void configure() {
    useCase(BookCharge.class);
    useCase(ContractBooks.class);
    useCase(RecordPeriodNotice.class);
    useCase(AskAboutContract.class);
    useCase(ActOnContract.class);
    useCase(WatchContract.class);
  }

  @ProvidesIntoSet
  static Routes contracts(ActOnContract act, Contracts contracts, OrderBooks books) {
    return new PeriodicContractRoutes(act, contracts, books);
  }

  @ProvidesIntoSet
  static Routes console(
      ApiKeyGate gate,
      PersonLog log,
      Contracts contracts,
      ActOnContract act,
      OrderBooks books,
      Pages pages) {
    return new ContractConsole(gate, log, contracts, act, books, pages);
  }
}
