/** The one way in which a document becomes text and is read again. */
@NullMarked
package ecpay.adapter.persistence.document.json;

import org.jspecify.annotations.NullMarked;
