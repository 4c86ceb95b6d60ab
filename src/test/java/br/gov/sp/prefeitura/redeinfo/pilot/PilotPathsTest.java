package br.gov.sp.prefeitura.redeinfo.pilot;

import br.gov.sp.prefeitura.redeinfo.support.EveryPathTest;
import org.junit.jupiter.api.DisplayName;

/** Both halves in one class: the coverage of a model is that of a class. */
@EveryPathTest
@DisplayName("A pilot project")
public class PilotPathsTest extends PilotExecutionPaths {}
