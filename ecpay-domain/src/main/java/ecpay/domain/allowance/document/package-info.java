/**
 * What stands on an allowance: its lines, how its buyer agrees, and how all that follows from an
 * invoice. It knows no state.
 */
@NullMarked
package ecpay.domain.allowance.document;

import org.jspecify.annotations.NullMarked;
