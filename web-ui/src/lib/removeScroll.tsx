import { Slot } from '@radix-ui/react-slot';
import type { ComponentProps, ReactNode } from 'react';

interface RemoveScrollProps extends Omit<ComponentProps<'div'>, 'as'> {
  as?: unknown;
  children?: ReactNode;
  enabled?: boolean;
  allowPinchZoom?: boolean;
  shards?: unknown;
  removeScrollBar?: boolean;
}

/**
 * Stands in for react-remove-scroll, which Radix uses and which writes a <style> element that our
 * Content-Security-Policy refuses. styles/base.css holds the page still while this mark is in it.
 */
export function RemoveScroll({
  as: _as,
  enabled = true,
  allowPinchZoom: _allowPinchZoom,
  shards: _shards,
  removeScrollBar: _removeScrollBar,
  ...props
}: RemoveScrollProps) {
  return <Slot {...props} {...(enabled ? { 'data-holds-page': '' } : {})} />;
}
