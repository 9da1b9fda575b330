/**
 * What stories are told with: who plays, the steps that several share, and the facts that are read
 * back from the platform and from ECPay's books.
 */
@NullMarked
package ecpay.acceptance.telling;

import org.jspecify.annotations.NullMarked;
