import type { ApiRequest } from '../engine/caller.ts';
import type { Change } from '../engine/change-feed.ts';
import { ClassChecks } from './class-checks.ts';
import type { Report } from './finding.ts';
import { HeldClasses } from './held-classes.ts';
import { ModelVersions } from './model-versions.ts';

/** All that the auditor knows of classes: models that were in force, who had which class when, and who should have had which. */
export class Significance {
  readonly held = new HeldClasses();
  readonly models = new ModelVersions();
  readonly #classes = new ClassChecks();

  onAsked(request: ApiRequest): void {
    this.models.onAsked(request);
    this.#classes.onAsked(request);
  }

  observe(change: Change, now: number, report: Report): void {
    this.held.observe(change, now);
    this.models.observe(change, now, report);
    this.#classes.observe(change, this.models, now, report);
  }

  afterReassessment(report: Report): void {
    this.#classes.afterReassessment(this.models, report);
  }
}
