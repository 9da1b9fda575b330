package ecpay.domain.check.usecase;

import ecpay.domain.Samples;
import ecpay.domain.check.CheckGateway;
import ecpay.domain.check.Checks;
import ecpay.domain.inmemory.InMemoryBooks;
import ecpay.domain.merchant.InvoicePolicy;
import ecpay.domain.merchant.InvoicePolicy.WhenUncheckable;
import ecpay.domain.merchant.Merchant;
import ecpay.domain.merchant.TrackPolicy;
import ecpay.domain.transaction.Transactions;
import ecpay.domain.world.Interruptions;
import ecpay.domain.world.MovableClock;
import ecpay.domain.world.ecpay.ScriptedChecks;
import ecpay.domain.world.ecpay.Wire;

/** The checks before issuing, of one shop; every port can be interrupted. */
final class CheckWorld {
  public final MovableClock clock = new MovableClock(Samples.NOW);
  public final InMemoryBooks books = new InMemoryBooks();
  public final Interruptions interruptions = new Interruptions();
  public final Wire wire = new Wire(books.transactions());
  public final ScriptedChecks authority = new ScriptedChecks(wire);
  public final CheckBuyer check;
  public final Merchant merchant;

  /**
   * @param waits whether the shop wants to wait while the tax authority is down
   */
  public CheckWorld(boolean waits) {
    Merchant sample = Samples.merchant();
    merchant =
        new Merchant(
            sample.id(),
            sample.name(),
            sample.payments(),
            sample.invoices(),
            sample.callbacks(),
            sample.dashboardNotifies(),
            new InvoicePolicy(
                false,
                false,
                waits ? WhenUncheckable.WAIT : WhenUncheckable.ISSUE,
                TrackPolicy.DEFAULT));
    check =
        new CheckBuyer(
            interruptions.around(Transactions.class, books.transactions()),
            interruptions.around(CheckGateway.class, authority),
            interruptions.around(Checks.class, books.checks()),
            clock);
  }
}
