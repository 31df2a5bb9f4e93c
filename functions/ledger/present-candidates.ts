import type { Candidates } from '../../shared/usecases/suspense-candidates.ts';

/** Where nothing was found now, what the import found stays. */
export const presentCandidates = (candidates: Candidates | undefined) =>
  candidates ? { candidates: candidates.policyNumbers, candidatesBecause: candidates.because } : {};
