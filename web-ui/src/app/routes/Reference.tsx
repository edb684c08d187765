export { ReferencePage as Reference } from '@/features/reference/routes/ReferencePage';
