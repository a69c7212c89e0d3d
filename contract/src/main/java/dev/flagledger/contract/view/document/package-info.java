/** The environment document, with which SDKs evaluate flags locally. */
@NullMarked
package dev.flagledger.contract.view.document;

import org.jspecify.annotations.NullMarked;
