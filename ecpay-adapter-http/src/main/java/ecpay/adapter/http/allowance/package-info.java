/** Allowances on paper and online, how they are found and undone, and the buyer's consent. */
@NullMarked
package ecpay.adapter.http.allowance;

import org.jspecify.annotations.NullMarked;
