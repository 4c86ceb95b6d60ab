package br.gov.sp.prefeitura.redeinfo.workflow;

import java.util.List;
import java.util.Optional;

/** Where an instance stands in its model, for people to look at. Reads commit nothing. */
public interface ProcessPositions {

  /**
   * The latest instance of the process with the business key, running or over.
   *
   * @return nothing if history knows none (any more)
   */
  Optional<ProcessPosition> find(String processKey, String businessKey);

  /** The model of the version that the instance follows, as BPMN with its diagram. */
  byte[] model(ProcessPosition position);

  /** The model of the latest version. */
  byte[] latestModel(String processKey);

  /**
   * @param definitionId the version of the model that it follows
   * @param current the elements in which it stands now, in the order of the model; none when over
   * @param over whether it has ended
   */
  record ProcessPosition(String definitionId, List<Element> current, boolean over) {

    public ProcessPosition {
      current = List.copyOf(current);
    }
  }

  /**
   * @param id in the model
   * @param name as in the model, or {@code null}
   */
  record Element(String id, String name) {}
}
