import { PeoplePage } from '@/features/people/routes/PeoplePage';
import { useMe } from '../useMe';

export function People() {
  return <PeoplePage self={useMe().id} />;
}
