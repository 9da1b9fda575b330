/**
 * Keeps what happened, in the sequence in which it happened: the events of the domain, the calls to
 * ECPay, each closed once, and the notices from it. Only of the notices that were refused the
 * newest are written over the oldest, because anybody can send them.
 */
@NullMarked
package ecpay.adapter.persistence.journal;

import org.jspecify.annotations.NullMarked;
