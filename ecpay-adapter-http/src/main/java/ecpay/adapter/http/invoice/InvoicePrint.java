package ecpay.adapter.http.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ecpay.adapter.http.call.EcpayApi.InvoiceOperation;
import ecpay.adapter.http.json.Fields;
import ecpay.adapter.http.json.Fields.UnreadableException;
import ecpay.adapter.http.time.WireTime;
import ecpay.domain.answer.Answer;
import ecpay.domain.invoice.InvoiceArchive.PrintStyle;
import ecpay.domain.invoice.IssuedInvoice;
import ecpay.domain.time.Taipei;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Asks for the page to print (InvoiceHtml).
 *
 * @param ecpay the host that is asked
 */
record InvoicePrint(IssuedInvoice invoice, PrintStyle style, URI ecpay)
    implements InvoiceOperation<URI> {

  @Override
  public void write(ObjectNode data) {
    data.put("InvoiceNo", invoice.number().value());
    data.put("InvoiceDate", WireTime.day(Taipei.dateOf(invoice.issuedAt())));
    data.put("PrintStyle", style.code());
  }

  @Override
  public Answer<URI> read(Fields answer) {
    return answer.isSuccess()
        ? new Answer.Accepted<>(page(answer.text("InvoiceHtml").strip()))
        : answer.refusal();
  }

  /** A page with a buyer's invoice: encrypted on its way, unless a sandbox shows it. */
  private URI page(String url) {
    try {
      URI page = new URI(url);
      if (page.getHost() != null
          && page.getUserInfo() == null
          && ("https".equalsIgnoreCase(page.getScheme()) || isSandboxs(page))) {
        return page;
      }
    } catch (URISyntaxException _) {
      throw new UnreadableException("an InvoiceHtml that is no web address");
    }
    throw new UnreadableException("an InvoiceHtml that is not on https");
  }

  private boolean isSandboxs(URI page) {
    return "http".equals(ecpay.getScheme())
        && "http".equalsIgnoreCase(page.getScheme())
        && ecpay.getHost().equalsIgnoreCase(page.getHost());
  }
}
