package ecpay.domain.invoice;

import ecpay.domain.invoice.document.Bearer;
import ecpay.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * An invoice as ECPay's books show it (GetIssue, GetIssueList).
 *
 * @param relateNumber IIS_Relate_Number; another system's may be longer than ours
 * @param salesAmount IIS_Sales_Amount
 * @param remaining IIS_Remain_Allowance_Amt: what allowances may still take off
 * @param voided IIS_Invalid_Status is 1, or IIS_Issue_Status 0: annulled and not issued anew
 * @param uploaded IIS_Upload_Status is 1
 * @param uploadedAt IIS_Upload_Date, if ECPay tells when
 * @param bearer how it reaches its buyer
 */
public record KnownInvoice(
    String relateNumber,
    IssuedInvoice invoice,
    Money salesAmount,
    Money remaining,
    boolean voided,
    boolean uploaded,
    Optional<Instant> uploadedAt,
    Bearer bearer) {}
