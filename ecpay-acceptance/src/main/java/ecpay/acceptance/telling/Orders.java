package ecpay.acceptance.telling;

/** What is bought in the stories. */
public final class Orders {
  /** What {@link #tea} comes to, in TWD. */
  public static final int TEA_TOTAL = 2180;

  private Orders() {}

  /**
   * A tea set, two cups and half a kilo of oolong, 2,180 TWD, the invoice to a mobile barcode.
   *
   * @param reference the shop's own number of the order
   */
  public static String tea(String reference) {
    return tea(
        reference,
        """
        {"carrier":"mobile_barcode","carrierNumber":"/ABC+12."}\
        """);
  }

  /**
   * The same for a buyer with an email address.
   *
   * @param invoice how and when it is invoiced, as JSON
   */
  public static String tea(String reference, String invoice) {
    return tea(
        reference,
        """
        {"name":"王小明","email":"buyer@example.com","phone":"0912345678"}\
        """,
        invoice);
  }

  /**
   * The same for any buyer.
   *
   * @param buyer as JSON
   */
  public static String tea(String reference, String buyer, String invoice) {
    return """
    {"reference":"%s","description":"春茶 Spring tea",
     "buyer":%s,
     "lines":[
      {"name":"茶具組 Tea set","quantity":1,"unit":"組","unitPrice":1200},
      {"name":"茶杯 Cup","quantity":2,"unit":"個","unitPrice":240},
      {"name":"烏龍茶 Oolong","quantity":"0.5","unit":"公斤","unitPrice":1000}],
     "total":2180,
     "invoice":%s}\
    """
        .formatted(reference, buyer, invoice);
  }
}
