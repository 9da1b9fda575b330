/**
 * How the parts of the domain that are only ever read whole are written as JSON. The names of the
 * fields belong to the books and stay, whatever the domain calls its things; fields that nobody
 * knows any more are ignored, and a kind that nobody knows is an error.
 */
@NullMarked
package ecpay.adapter.persistence.document;

import org.jspecify.annotations.NullMarked;
