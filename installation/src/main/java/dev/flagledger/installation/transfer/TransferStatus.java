package dev.flagledger.installation.transfer;

/** How an import or an export stands; the names are those on the wire. */
public enum TransferStatus {
    PROCESSING,
    SUCCESS,
    FAILED
}
