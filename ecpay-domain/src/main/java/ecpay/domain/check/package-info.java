/**
 * What can be asked before an invoice is issued: whether a mobile barcode, a donation code or a
 * company number exists, with the answers kept for a while.
 */
@NullMarked
package ecpay.domain.check;

import org.jspecify.annotations.NullMarked;
