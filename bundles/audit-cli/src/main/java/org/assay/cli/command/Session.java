package org.assay.cli.command;

import java.io.OutputStream;
import org.assay.cli.service.Layout;
import org.assay.cli.service.ServiceControl;
import org.assay.cli.view.Progress;
import org.assay.cli.view.Terminal;

/**
 * What every command works with.
 *
 * @param layout where things are
 * @param service the service
 * @param results where results go
 * @param messages where messages and progress go
 * @param bytes where streams go that are results as they are
 */
public record Session(Layout layout, ServiceControl service, Terminal results, Terminal messages, OutputStream bytes) {

    /** Progress for this session. */
    public Progress progress() {
        return new Progress(messages);
    }
}
