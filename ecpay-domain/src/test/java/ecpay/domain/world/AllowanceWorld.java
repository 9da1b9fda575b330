package ecpay.domain.world;

import ecpay.domain.allowance.usecase.AllowanceBooks;
import ecpay.domain.allowance.usecase.InvestigateAllowance;
import ecpay.domain.allowance.usecase.JudgeAllowance;
import ecpay.domain.allowance.usecase.RecordConsent;
import ecpay.domain.allowance.usecase.RequestAllowance;
import ecpay.domain.allowance.usecase.SendAllowance;
import ecpay.domain.allowance.usecase.SendWithdrawal;
import ecpay.domain.allowance.usecase.SettleAllowance;
import ecpay.domain.allowance.usecase.SettleByHand;
import ecpay.domain.allowance.usecase.WithdrawAllowance;
import ecpay.domain.followup.Patience;
import java.time.Clock;

/** What a shop does with allowances. */
final class AllowanceWorld {
  final SettleAllowance settleAllowance;
  final RequestAllowance requestAllowance;
  final WithdrawAllowance withdrawAllowance;
  final SettleByHand settleByHand;
  final RecordConsent recordConsent;

  AllowanceWorld(Ports ports, Clock clock) {
    Patience patience = Patience.DEFAULT;
    AllowanceBooks allowanceBooks =
        new AllowanceBooks(ports.orders, ports.allowances, ports.events, ports.followUps);
    settleAllowance =
        new SettleAllowance(
            ports.merchants,
            ports.allowances,
            new SendAllowance(ports.calls, ports.allowing, allowanceBooks, ports.inbox, patience),
            new InvestigateAllowance(
                ports.transactions,
                ports.invoices,
                ports.allowing,
                ports.invoicing,
                new JudgeAllowance(allowanceBooks, clock)),
            new SendWithdrawal(
                ports.calls, ports.transactions, ports.allowing, allowanceBooks, patience, clock),
            patience,
            clock);
    requestAllowance =
        new RequestAllowance(
            ports.transactions,
            ports.merchants,
            ports.orders,
            ports.invoices,
            ports.allowances,
            settleAllowance,
            ports.events,
            ports.followUps,
            ports.identities,
            patience,
            clock);
    withdrawAllowance =
        new WithdrawAllowance(
            ports.transactions,
            ports.allowances,
            ports.refunds,
            allowanceBooks,
            settleAllowance,
            ports.followUps,
            patience,
            clock);
    settleByHand =
        new SettleByHand(
            ports.transactions, ports.allowances, ports.allowing, allowanceBooks, patience, clock);
    recordConsent =
        new RecordConsent(
            ports.consents,
            ports.transactions,
            ports.inbox,
            ports.allowances,
            allowanceBooks,
            ports.events,
            ports.followUps,
            clock);
  }
}
