package org.hehuo.imports;

import static org.hehuo.imports.PartnerImportState.DONE;
import static org.hehuo.imports.PartnerImportState.TRIED;
import static org.hehuo.imports.PartnerImportState.UNDONE;
import static org.hehuo.kernel.life.Who.district;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;

/** The life of an import, one row a step. */
enum PartnerImportAction implements Action<PartnerImport, PartnerImportState> {
    COMMIT(TRIED, DONE, "committed"),
    UNDO(DONE, UNDONE, "undone");

    private final Step<PartnerImport, PartnerImportState> step;

    PartnerImportAction(PartnerImportState from, PartnerImportState to, String event) {
        step = new Step<>(Set.of(from), to, district(), "", event);
    }

    @Override
    public Step<PartnerImport, PartnerImportState> step() {
        return step;
    }
}
