/** How a broken rule is told: its id, its field and what to do, all of one input together. */
@NullMarked
package ecpay.domain.rule;

import org.jspecify.annotations.NullMarked;
