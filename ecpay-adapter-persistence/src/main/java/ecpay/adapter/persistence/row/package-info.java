/**
 * What the columns of a row mean, in both directions: the one way in which times, amounts, states
 * and deliveries stand in a table.
 */
@NullMarked
package ecpay.adapter.persistence.row;

import org.jspecify.annotations.NullMarked;
