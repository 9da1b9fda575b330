/** What an answer of ECPay's means before anybody has read what it says. */
@NullMarked
package ecpay.adapter.http.outcome;

import org.jspecify.annotations.NullMarked;
