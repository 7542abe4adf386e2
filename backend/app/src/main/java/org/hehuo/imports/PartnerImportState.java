package org.hehuo.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PartnerImportState")
enum PartnerImportState {
    /** It is known what it would do. */
    TRIED,
    DONE,
    UNDONE
}
