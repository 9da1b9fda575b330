/**
 * The government's number tracks: which invoice numbers a merchant holds in a two-month term, and
 * how many are left (R-INV-28 to R-INV-30).
 */
@NullMarked
package ecpay.domain.track;

import org.jspecify.annotations.NullMarked;
